package io.urania.inventory.python;

import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.value.Weight;
import java.lang.ScopedValue.CallableOp;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The work that one rendering may do, in comparisons of two values, looks at 16 characters of a text, and values read or made by an
 * operation. A template that takes more would not end, or take all memory: by mistake or by malice.
 */
public final class Work {
    /** Some seconds; to join the names of a thousand hosts takes a two-thousandth of it. */
    public static final long MOST = 20_000_000;

    /** What a call costs before it looks at anything: a filter may take a digest, or compile a pattern. */
    private static final int CALL = 50;

    /** What a template may do after others have done all that is possible: what is not to blame is not told. */
    private static final int LITTLE = 1000;

    private static final int TEXT_PAIRS = 64;
    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    private final Total total;
    private long done;

    private Work(Total total) {
        this.total = total;
    }

    /** The work that all renderings of an inventory may do together. Several threads may use it. */
    public static final class Total {
        private final long most;
        private final AtomicLong done = new AtomicLong();

        /** Nothing has been done yet. */
        public Total(long most) {
            this.most = most;
        }

        private boolean isBeyond(long amount) {
            return done.addAndGet(amount) > most;
        }
    }

    /** Does something with new bounds for its work, which is a part of a total. */
    public static <R, X extends Throwable> R bounded(Total total, CallableOp<R, X> rendering) throws X {
        return ScopedValue.where(CURRENT, new Work(total)).call(rendering);
    }

    /** Counts work that is going to be done; nothing is counted outside of a rendering. */
    public static void spend(long amount) {
        if (CURRENT.isBound()) {
            CURRENT.get().add(amount);
        }
    }

    /** Counts what an operation reads: all that is in its operands, and texts that it may look for in each other. */
    public static void spendOn(Value subject, Collection<Value> arguments) {
        long amount = CALL + (long) Weight.of(subject);
        int longest = 0;
        for (Value argument : arguments) {
            amount += Weight.of(argument);
            longest = argument instanceof TextValue text
                    ? Math.max(longest, text.text().length())
                    : longest;
        }
        spend(amount + (subject instanceof TextValue text ? pairs(text.text().length(), longest) : 0));
    }

    /** Counts a search for a text of one length in a text of another one. */
    static long pairs(long length, long other) {
        return length * other / TEXT_PAIRS;
    }

    /** Counts the result of an operation, and refuses one that is too large, with all that is shared in it. */
    public static <T extends Value> T made(T result) {
        int weight = Weight.of(result);
        if (weight > Bounds.LARGEST_RESULT) {
            throw new OperationException(
                    "the result is too large",
                    "it has more than " + Bounds.LARGEST_RESULT
                            + " values, those that stand in it several times counted at each place",
                    "");
        }
        if (result instanceof IntegerValue number && number.number().bitLength() > Bounds.LONGEST_NUMBER) {
            throw new OperationException("the result has too many digits", "", "");
        }
        spend(weight);
        return result;
    }

    private void add(long amount) {
        done += Math.max(0, amount);
        if (total.isBeyond(Math.max(0, amount)) && done > LITTLE) {
            throw new OperationException(
                    "the templates of the inventory need too much work",
                    "more than " + total.most + " values, comparisons and pieces of text are read or made by all of"
                            + " them together",
                    "loop over fewer values, in this template or in others");
        }
        if (done > MOST) {
            throw new OperationException(
                    "the template needs too much work",
                    "more than " + MOST + " values, comparisons and pieces of text are read or made",
                    "loop over fewer values");
        }
    }
}
