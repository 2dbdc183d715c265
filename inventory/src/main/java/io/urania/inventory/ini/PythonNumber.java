package io.urania.inventory.ini;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's numbers (The Python Language Reference, §2.6): underscores between digits, {@code 0x}, {@code 0o}, {@code 0b}, exponents. */
final class PythonNumber {
    private static final Pattern NUMBER = Pattern.compile("0[xX](?<hexadecimal>(?:_?[0-9a-fA-F])+)"
            + "|0[oO](?<octal>(?:_?[0-7])+)"
            + "|0[bB](?<binary>(?:_?[01])+)"
            + "|(?<decimal>(?:[0-9](?:_?[0-9])*)?\\.(?:[0-9](?:_?[0-9])*)?(?:[eE][-+]?[0-9](?:_?[0-9])*)?"
            + "|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*)"
            + "|(?<integer>0(?:_?0)*|[1-9](?:_?[0-9])*)");
    private static final int MOST_DIGITS = 4300;
    /** As many digits with an underscore between each two; more is no decimal number in Python, and nobody writes other ones of that size. */
    private static final int MOST_CHARACTERS = 2 * MOST_DIGITS;

    private PythonNumber() {}

    static boolean beginsWith(char first, char second) {
        return isDigit(first) || (first == '.' && isDigit(second));
    }

    /** Takes the number that begins here. Throws NoLiteralException if there is none, or it is complex. */
    static Value read(PythonTokens tokens, Position position) {
        int mark = tokens.mark();
        while (Character.isLetterOrDigit(tokens.here())
                || tokens.here() == '_'
                || tokens.here() == '.'
                || isExponentSign(tokens, mark)) {
            tokens.take();
        }
        String written = tokens.since(mark);
        if (written.length() > MOST_CHARACTERS) {
            throw new NoLiteralException();
        }
        Matcher number = NUMBER.matcher(written);
        if (!number.matches()) {
            throw new NoLiteralException();
        }
        if (number.group("decimal") != null) {
            String digits = number.group("decimal").replace("_", "");
            if (digits.equals(".")) {
                throw new NoLiteralException();
            }
            return new DecimalValue(Double.parseDouble(digits), position);
        }
        return new IntegerValue(integer(number), position);
    }

    private static BigInteger integer(Matcher number) {
        if (number.group("hexadecimal") != null) {
            return new BigInteger(number.group("hexadecimal").replace("_", ""), 16);
        }
        if (number.group("octal") != null) {
            return new BigInteger(number.group("octal").replace("_", ""), 8);
        }
        if (number.group("binary") != null) {
            return new BigInteger(number.group("binary").replace("_", ""), 2);
        }
        String digits = number.group().replace("_", "");
        if (digits.length() > MOST_DIGITS) {
            throw new NoLiteralException();
        }
        return new BigInteger(digits);
    }

    private static boolean isExponentSign(PythonTokens tokens, int mark) {
        if (tokens.here() != '+' && tokens.here() != '-') {
            return false;
        }
        char before = tokens.ahead(-1);
        return (before == 'e' || before == 'E') && !tokens.isHexadecimal(mark);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
