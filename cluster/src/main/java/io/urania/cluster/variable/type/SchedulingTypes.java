package io.urania.cluster.variable.type;

import io.urania.cluster.value.LabelSyntax;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where pods run: what Kubernetes takes in their specifications (Kubernetes API, PodSpec). */
public final class SchedulingTypes {

    /** Gt and Lt are in alpha and off (KEP-5471). */
    private static final Set<String> OPERATORS = Set.of("Exists", "Equal");

    private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final Set<String> FIELDS = Set.of("key", "operator", "value", "effect", "tolerationSeconds");

    private SchedulingTypes() {}

    /** Tolerations as a pod has them. */
    public static VariableType<List<Object>> tolerations() {
        return new Tolerations();
    }

    /** Labels that a node must have. */
    public static VariableType<Map<String, String>> nodeSelector() {
        VariableType<Map<String, String>> texts = CollectionTypes.texts();
        return new SimpleType<>("a mapping of labels to values", texts.shape(), value -> {
            Map<String, String> labels = texts.read(value);
            for (Map.Entry<String, String> label : labels.entrySet()) {
                if (LabelSyntax.problemOfKey(label.getKey()).isPresent()
                        || LabelSyntax.problemOfValue(label.getValue()).isPresent()) {
                    throw new UnfitValue(
                            "has '" + label.getKey() + ": " + label.getValue() + "', which no node can have",
                            "it accepts a mapping of labels to values",
                            "correct the line; kubectl get nodes --show-labels lists what nodes have");
                }
            }
            return labels;
        });
    }

    private record Tolerations() implements VariableType<List<Object>> {

        private static final TreesType TREES = new TreesType();

        @Override
        public String description() {
            return "a list of tolerations";
        }

        @Override
        public Shape shape() {
            return TREES.shape();
        }

        @Override
        public List<Object> read(Value value) throws UnfitValue {
            List<Object> tolerations = TREES.read(value);
            for (Object toleration : tolerations) {
                check((Map<?, ?>) toleration);
            }
            return tolerations;
        }

        /** As Kubernetes' own validation (pkg/apis/core/validation, validateTolerations). */
        private static void check(Map<?, ?> toleration) throws UnfitValue {
            for (Map.Entry<?, ?> field : toleration.entrySet()) {
                boolean isNumber = field.getKey().equals("tolerationSeconds");
                if (!FIELDS.contains(field.getKey())
                        || !(isNumber ? field.getValue() instanceof Number : field.getValue() instanceof String)) {
                    throw unfit("has '" + field.getKey() + ": " + field.getValue() + "'");
                }
            }
            String key = text(toleration, "key");
            String operator = text(toleration, "operator");
            String value = text(toleration, "value");
            String effect = text(toleration, "effect");
            boolean exists = operator.equals("Exists");
            if (!operator.isEmpty() && !OPERATORS.contains(operator)) {
                throw unfit("has the operator '" + operator + "'");
            } else if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
                throw unfit("has the effect '" + effect + "'");
            } else if (key.isEmpty() ? !exists : LabelSyntax.problemOfKey(key).isPresent()) {
                throw unfit(key.isEmpty() ? "has no key, and not the operator Exists" : "has the key '" + key + "'");
            } else if (exists
                    ? !value.isEmpty()
                    : LabelSyntax.problemOfValue(value).isPresent()) {
                throw unfit("has the value '" + value + "'" + (exists ? " with the operator Exists" : ""));
            } else if (toleration.containsKey("tolerationSeconds") && !effect.equals("NoExecute")) {
                throw unfit("has tolerationSeconds without the effect NoExecute");
            }
        }

        private static String text(Map<?, ?> toleration, String field) {
            Object value = toleration.get(field);
            return value == null ? "" : value.toString();
        }

        private static UnfitValue unfit(String what) {
            return new UnfitValue(
                    what,
                    "Kubernetes accepts a key, the operator Exists or Equal, a value, an effect and tolerationSeconds",
                    "write '- {key: NAME, operator: Exists, effect: NoSchedule}'");
        }
    }
}
