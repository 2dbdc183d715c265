package io.urania.cluster.variable.type;

import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Rules of an audit policy: a text in YAML, as Kubespray has them, or a list. */
public record AuditRulesType() implements VariableType<List<Object>> {

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
                    return List.copyOf(rules);
                }
            } catch (YAMLException e) {
                throw unfit();
            }
            throw unfit();
        }
        return List.copyOf(new TreeType().elements(value).orElseThrow(AuditRulesType::unfit));
    }

    private static UnfitValue unfit() {
        return new UnfitValue(
                "is not a list of rules in YAML",
                "the API server would not start with a policy that it cannot read",
                "write '|' after the colon, and below it lines such as '- level: Metadata'");
    }
}
