package io.urania.engine.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts as hosts tell them in one word, whatever is in them: base64(1). */
public final class EncodedText {

    private EncodedText() {}

    /**
     * The text, which was in UTF-8.
     *
     * @throws IllegalArgumentException if the word is not in Base64
     */
    public static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
