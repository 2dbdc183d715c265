package io.urania.cli.graph;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the order of their numbers: {@code rack2} before {@code rack10}. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String left, String right) {
        Matcher leftParts = PART.matcher(left);
        Matcher rightParts = PART.matcher(right);
        while (leftParts.find()) {
            if (!rightParts.find()) {
                return 1;
            }
            int order = compareParts(leftParts.group(), rightParts.group());
            if (order != 0) {
                return order;
            }
        }
        return rightParts.find() ? -1 : left.compareTo(right);
    }

    private static int compareParts(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }
}
