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
    private static final List<String> STAGES =
            List.of("RequestReceived", "ResponseStarted", "ResponseComplete", "Panic");
    private static final List<String> RESOURCE_LISTS = List.of("resources", "resourceNames");
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
        return UnfitValue.readEach(rules, (index, rule) -> checked("rule " + (index + 1), rule));
    }

    private static Object checked(String place, @Nullable Object rule) throws UnfitValue {
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
        if (fields.containsKey("nonResourceURLs")
                && (fields.containsKey("resources") || fields.containsKey("namespaces"))) {
            throw unfit(
                    "has nonResourceURLs together with resources or namespaces in " + place, "make two rules of it");
        }
        return fields;
    }

    private static void check(String place, String name, @Nullable Object value) throws UnfitValue {
        if (LISTS.contains(name)) {
            if (!(value instanceof List<?> elements)) {
                throw unfit("has " + name + " in " + place + " that is no list", "write " + name + ": [" + value + "]");
            }
            for (Object element : elements) {
                checkElement(place, name, element);
            }
        } else if (name.equals("omitManagedFields")) {
            if (!(value instanceof Boolean)) {
                throw unfit(
                        "has omitManagedFields in " + place + " that is neither true nor false", "write true or false");
            }
        } else if (!name.equals("level")) {
            throw unfit(
                    "has '" + name + "' in " + place + ", which is no field of a rule",
                    Suggestion.didYouMean(
                            name, LISTS, "a rule has level, omitManagedFields, " + String.join(", ", LISTS)));
        }
    }

    private static void checkElement(String place, String name, @Nullable Object element) throws UnfitValue {
        if (name.equals("resources")) {
            checkResources(place, element);
        } else if (!(element instanceof String text)) {
            throw unfit("has " + element + " in " + name + " of " + place + ", which is no text", "quote it");
        } else if (name.equals("omitStages") && !STAGES.contains(text)) {
            throw unfit(
                    "has the stage '" + text + "' in " + place,
                    Suggestion.didYouMean(text, STAGES, "stages are " + String.join(", ", STAGES)));
        } else if (name.equals("nonResourceURLs") && !text.matches("\\*|/[^*]*\\*?")) {
            throw unfit(
                    "has the URL '" + text + "' in " + place,
                    "write a path that begins with /, with * at its end at the most, or * alone");
        }
    }

    private static void checkResources(String place, @Nullable Object element) throws UnfitValue {
        if (!(element instanceof Map<?, ?> resources)) {
            throw unfit(
                    "has resources in " + place + " that are no mapping", "write '- {group: \"\", resources: [pods]}'");
        }
        for (Map.Entry<?, ?> field : resources.entrySet()) {
            String name = String.valueOf(field.getKey());
            Object value = field.getValue();
            if (name.equals("group")) {
                checkGroup(place, value);
            } else if (!RESOURCE_LISTS.contains(name)) {
                throw unfit(
                        "has '" + name + "' in resources of " + place,
                        "resources have group, " + String.join(", ", RESOURCE_LISTS));
            } else if (!(value instanceof List<?>)) {
                throw unfit(
                        "has " + name + " in resources of " + place + " that is no list",
                        "write " + name + ": [" + value + "]");
            }
        }
        if (resources.containsKey("resourceNames") && !resources.containsKey("resources")) {
            throw unfit("has resourceNames without resources in " + place, "say of which resources they are");
        }
    }

    private static void checkGroup(String place, @Nullable Object value) throws UnfitValue {
        if (!(value instanceof String group) || !group.matches("[a-z0-9.-]*") || group.matches("v\\d+.*")) {
            throw unfit(
                    "has the group '" + value + "' in " + place,
                    "a group has no version: write apps, and \"\" for the first one");
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
