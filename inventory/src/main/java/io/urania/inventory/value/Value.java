package io.urania.inventory.value;

import io.urania.inventory.problem.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of an inventory variable, with the place it was written. */
public sealed interface Value
        permits TextValue,
                IntegerValue,
                DecimalValue,
                BooleanValue,
                NullValue,
                TimestampValue,
                EncryptedValue,
                ListValue,
                MapValue {

    /** Where it was written; of a computed value, where the template stands. */
    Position position();

    /** The kind of value in a person's words: {@code text}, {@code integer}, {@code list}… */
    String type();

    /** The value without its place: String, BigInteger, Double, Boolean, null, or a List or Map of these. */
    @Nullable
    Object plain();

    /**
     * This value as a list, where a list is wanted: a list as it is, and text such as {@code [10.0.0.0/8, 'x']} or {@code []} as the
     * list it spells. Templates of the time before Ansible's native types make such text.
     */
    default Optional<ListValue> asList() {
        return switch (this) {
            case ListValue list -> Optional.of(list);
            case TextValue text -> SpelledList.read(text);
            case IntegerValue _,
                    DecimalValue _,
                    BooleanValue _,
                    NullValue _,
                    TimestampValue _,
                    EncryptedValue _,
                    MapValue _ -> Optional.empty();
        };
    }
}
