package io.urania.cluster.variable.type;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Rules of an audit policy: a text in YAML, as Kubespray has them, or a list. What a rule has: Kubernetes reference, audit.k8s.io/v1,
 * PolicyRule.
 */
public record AuditRulesType() implements VariableType<List<Object>> {

    private static final List<String> LEVELS = List.of("None", "Metadata", "Request", "RequestResponse");
    private static final List<String> LISTS =
            List.of("users", "userGroups", "verbs", "resources", "namespaces", "nonResourceURLs", "omitStages");

    @Override
    public String description() {
        return "rules of an audit policy, as a text in YAML or a list";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<Object> read(Value value) throws UnfitValue {
        if (value instanceof TextValue text) {
            try {
                if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text.text()) instanceof List<?> rules) {
                    return checked(rules);
                }
            } catch (YAMLException e) {
                throw unfit();
            }
            throw unfit();
        }
        return checked(new TreeType().elements(value).orElseThrow(AuditRulesType::unfit));
    }

    private static List<Object> checked(List<?> rules) throws UnfitValue {
        if (rules.isEmpty()) {
            throw unfit("has no rules", "write at least '- level: Metadata'");
        }
        for (int i = 0; i < rules.size(); i++) {
            check("rule " + (i + 1), rules.get(i));
        }
        return List.copyOf(rules);
    }

    private static void check(String place, @Nullable Object rule) throws UnfitValue {
        if (!(rule instanceof Map<?, ?> fields)) {
            throw unfit("has a " + place + " that is no mapping", "write '- level: Metadata'");
        }
        String level = String.valueOf(fields.get("level"));
        if (!LEVELS.contains(level)) {
            throw unfit(
                    fields.containsKey("level") ? "has level '" + level + "' in " + place : "has no level in " + place,
                    "write one of " + String.join(", ", LEVELS));
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            check(place, String.valueOf(field.getKey()), field.getValue());
        }
    }

    private static void check(String place, String name, @Nullable Object value) throws UnfitValue {
        if (LISTS.contains(name)) {
            if (!(value instanceof List<?>)) {
                throw unfit("has " + name + " in " + place + " that is no list", "write " + name + ": [" + value + "]");
            }
        } else if (!name.equals("level") && !name.equals("omitManagedFields")) {
            throw unfit(
                    "has '" + name + "' in " + place + ", which is no field of a rule",
                    Suggestion.didYouMean(
                            name, LISTS, "a rule has level, omitManagedFields, " + String.join(", ", LISTS)));
        }
    }

    private static UnfitValue unfit() {
        return unfit(
                "is not a list of rules in YAML",
                "write '|' after the colon, and below it lines such as '- level: Metadata'");
    }

    private static UnfitValue unfit(String what, String remedy) {
        return new UnfitValue(what, "the API server would not start with a policy that it cannot read", remedy);
    }
}
