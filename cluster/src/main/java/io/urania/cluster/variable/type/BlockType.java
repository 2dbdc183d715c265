package io.urania.cluster.variable.type;

import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.regex.Pattern;

/** Lines of a program's own file, with blocks in braces that are closed: what stands around them stays what it is. */
public record BlockType() implements VariableType<String> {

    private static final Pattern CONTROLS = Pattern.compile("[" + ScalarTypes.CONTROLS + "&&[^\\n\\t]]");

    @Override
    public String description() {
        return "lines of a Corefile";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public String read(Value value) throws UnfitValue {
        if (!(value instanceof TextValue text)) {
            throw unfit("is " + ScalarTypes.article(value.type()));
        }
        if (CONTROLS.matcher(text.text()).find()) {
            throw unfit("has control characters");
        }
        int depth = 0;
        for (char character : text.text().toCharArray()) {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth < 0) {
                throw unfit("closes a block that it has not opened");
            }
        }
        if (depth > 0) {
            throw unfit("does not close a block");
        }
        return text.text();
    }

    private static UnfitValue unfit(String what) {
        return new UnfitValue(
                what,
                "it accepts lines as a Corefile has them, with a '}' for each '{'",
                "write '|' after the colon, and the lines below it");
    }
}
