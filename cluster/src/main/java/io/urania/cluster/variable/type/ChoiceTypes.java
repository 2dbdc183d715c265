package io.urania.cluster.variable.type;

import io.urania.cluster.value.Keyword;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Types of a few values, one of which is to be chosen. */
public final class ChoiceTypes {
    private ChoiceTypes() {}

    /** One of an enumeration's words. */
    public static <E extends Enum<E> & Keyword> VariableType<E> choice(Class<E> kind) {
        return choice(kind, Map.of());
    }

    /**
     * One of an enumeration's words.
     *
     * @param refused words that Kubespray takes and Urania does not, each with the reason
     */
    public static <E extends Enum<E> & Keyword> VariableType<E> choice(Class<E> kind, Map<String, String> refused) {
        return choice(kind, Keyword::word, refused);
    }

    /** One of the words of an enumeration that has its words from elsewhere. */
    public static <E extends Enum<E>> VariableType<E> choice(
            Class<E> kind, Function<E, String> word, Map<String, String> refused) {
        return new ChoiceType<>(List.of(kind.getEnumConstants()), word, refused);
    }

    /** One of several things that have words of their own. */
    public static <T> VariableType<T> choice(List<T> choices, Function<T, String> word, Map<String, String> refused) {
        return new ChoiceType<>(choices, word, refused);
    }

    /** A type that takes just one value, because Urania can do only that. */
    public static <T> VariableType<T> only(VariableType<T> type, T accepted, String why) {
        return only(type, accepted, why, "write " + type.write(accepted) + ", or remove the line");
    }

    /** The same, with what to do where another value was meant. */
    public static <T> VariableType<T> only(VariableType<T> type, T accepted, String why, String remedy) {
        return new SimpleType<>(type.write(accepted) + " only", only(type.shape(), type.write(accepted)), value -> {
            T read = type.read(value);
            if (!read.equals(accepted)) {
                throw new UnfitValue("is " + type.write(read), why, remedy);
            }
            return read;
        });
    }

    private static Shape only(Shape shape, String accepted) {
        return switch (shape) {
            case Shape.Truth _ -> new Shape.Truth(accepted.equals("true"), accepted.equals("false"));
            case Shape.WholeNumber _ -> new Shape.WholeNumber(Integer.parseInt(accepted), Integer.parseInt(accepted));
            case Shape.Anything _, Shape.Word _, Shape.Text _, Shape.Several _, Shape.Texts _ ->
                new Shape.Word(List.of(accepted));
        };
    }
}
