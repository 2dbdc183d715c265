package io.urania.cluster.variable.type;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of several words.
 *
 * @param choices the values to choose from
 * @param word how each is spelled
 * @param refused words that Kubespray takes and Urania does not, each with the reason
 */
record ChoiceType<E>(List<E> choices, Function<E, String> word, Map<String, String> refused)
        implements VariableType<E> {

    @Override
    public String description() {
        return choices.size() == 1 ? words().getFirst() : "one of " + String.join(", ", words());
    }

    @Override
    public Shape shape() {
        return new Shape.Word(words());
    }

    @Override
    public String write(E value) {
        return word.apply(value);
    }

    @Override
    public E read(Value value) throws UnfitValue {
        String text = ScalarTypes.textOf(value, description()).strip();
        Optional<E> found =
                choices.stream().filter(one -> word.apply(one).equals(text)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String remedy = "write " + alternatives();
        if (refused.containsKey(text)) {
            throw new UnfitValue("is " + text, refused.getOrDefault(text, ""), remedy);
        }
        throw new UnfitValue(
                "is '" + text + "'", "it accepts " + description(), Suggestion.didYouMean(text, words(), remedy));
    }

    private List<String> words() {
        return choices.stream().map(word).toList();
    }

    private String alternatives() {
        List<String> words = words();
        String last = words.getLast();
        return words.size() == 1 ? last : String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
    }
}
