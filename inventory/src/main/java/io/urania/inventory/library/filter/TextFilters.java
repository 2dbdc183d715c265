package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Formatting;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters from text to text. */
final class TextFilters {
    private TextFilters() {}

    static Map<String, Filter> all() {
        return Map.ofEntries(
                Map.entry("lower", plain(text -> text.toLowerCase(Locale.ROOT))),
                Map.entry("upper", plain(text -> text.toUpperCase(Locale.ROOT))),
                Map.entry("capitalize", plain(Text::capitalized)),
                Map.entry("string", plain(text -> text)),
                Map.entry("trim", TextFilters::trim),
                Map.entry("replace", TextFilters::replace),
                Map.entry("split", TextFilters::split),
                Map.entry("quote", (subject, call) -> {
                    call.accept();
                    return call.result(quoted(subject instanceof NullValue ? "" : Display.text(subject)));
                }),
                Map.entry("title", plain(TextFilters::titled)),
                Map.entry("format", (subject, call) -> call.result(format(subject, call))),
                Map.entry("b64encode", TextFilters::base64Encode),
                Map.entry("b64decode", TextFilters::base64Decode));
    }

    /** A filter without arguments. */
    private static Filter plain(UnaryOperator<String> change) {
        return (subject, call) -> {
            call.accept();
            return call.result(change.apply(Display.text(subject)));
        };
    }

    private static String format(Value subject, Call call) {
        if (!call.positional().isEmpty() && !call.named().isEmpty()) {
            throw call.wrong("'format' accepts positional or keyword arguments, not both", "");
        }
        Value values = call.named().isEmpty() ? call.tuple(call.positional()) : call.result(call.named());
        return Formatting.percent(Display.text(subject), values);
    }

    private static Value trim(Value subject, Call call) {
        call.accept("chars");
        String text = Display.text(subject);
        return call.result(call.argument(0, "chars")
                .filter(characters -> !(characters instanceof NullValue))
                .map(characters -> Text.stripped(text, Display.text(characters), true, true))
                .orElseGet(() -> Text.stripped(text, Text.SPACES, true, true)));
    }

    private static Value replace(Value subject, Call call) {
        call.accept("old", "new", "count");
        String old = Display.text(call.required(0, "old"));
        String replacement = Display.text(call.required(1, "new"));
        return call.result(Text.replaced(Display.text(subject), old, replacement, call.integer(2, "count", -1)));
    }

    private static Value split(Value subject, Call call) {
        call.accept("sep", "maxsplit");
        if (!(subject instanceof TextValue text)) {
            throw call.wrongSubject(subject, "text");
        }
        int limit = call.integer(1, "maxsplit", -1);
        List<String> parts = call.argument(0, "sep")
                .filter(separator -> !(separator instanceof NullValue))
                .map(separator -> Text.parts(text.text(), Display.text(separator), limit))
                .orElseGet(() -> Text.words(text.text(), limit));
        return call.result(parts.stream().map(call::result).toList());
    }

    /** Jinja2's: large letters at the start, and behind dashes, spaces and opening brackets. */
    private static String titled(String text) {
        StringBuilder result = new StringBuilder();
        boolean start = true;
        for (int character : text.codePoints().toArray()) {
            String letter = Character.toString(character);
            boolean separator = Text.isSpace(character) || "-({[<".indexOf(character) >= 0;
            result.append(start && !separator ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
            start = separator;
        }
        return result.toString();
    }

    private static Value base64Encode(Value subject, Call call) {
        boolean forUrls = base64Arguments(call);
        Base64.Encoder encoder = forUrls ? Base64.getUrlEncoder() : Base64.getEncoder();
        return call.result(encoder.encodeToString(Display.text(subject).getBytes(StandardCharsets.UTF_8)));
    }

    private static Value base64Decode(Value subject, Call call) {
        boolean forUrls = base64Arguments(call);
        String text = Display.text(subject);
        try {
            // As Python: characters that are no Base64 are left out.
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(forUrls ? text.replace('-', '+').replace('_', '/') : text);
            return call.result(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException notBase64) {
            throw call.wrong("the text is not valid Base64", String.valueOf(notBase64.getMessage()));
        } catch (CharacterCodingException notText) {
            throw call.wrong("the decoded Base64 is not UTF-8 text", "");
        }
    }

    /** Whether the characters for URLs are wanted. */
    private static boolean base64Arguments(Call call) {
        call.accept("encoding", "urlsafe");
        String encoding = call.text(0, "encoding", "utf-8").toLowerCase(Locale.ROOT);
        if (!encoding.equals("utf-8") && !encoding.equals("utf8")) {
            throw call.wrong("'" + call.name() + "' supports UTF-8 only", "");
        }
        return call.truth(1, "urlsafe", false);
    }

    /** Python's {@code shlex.quote}: a shell reads it as one word. */
    private static String quoted(String text) {
        boolean safe = !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "@%+=:,./-_".indexOf(c) >= 0);
        return safe ? text : "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
