package io.urania.inventory.expression;

import io.urania.inventory.value.TextValue;
import java.util.List;

/** A parsed template. */
public record Template(TemplateText source, List<Part> parts) {

    /** Parses a template; throws {@link TemplateException} with the place of what is wrong. */
    public static Template parse(TextValue value) {
        TemplateText source = new TemplateText(value);
        return new Template(source, new TemplateParser(source).parse());
    }
}
