package io.urania.inventory.yaml;

import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Scans YAML with tabs between tokens of a line, as behind a key's colon: libyaml, with which Ansible reads YAML, takes them for white space.
 * SnakeYAML stops at them, with its reader at the tab and nothing else changed, and goes on behind it. Tabs that indent stay refused.
 */
final class TabScanner implements Scanner {
    private final Scanner scanner;
    private final StreamReader reader;
    private final String text;
    /** The same place, counted in code points as the reader does and in characters as the text does. */
    private int codePoints;

    private int characters;

    TabScanner(StreamReader reader, String text, LoaderOptions options) {
        this.scanner = new ScannerImpl(reader, options);
        this.reader = reader;
        this.text = text;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return overTabs(() -> scanner.checkToken(choices));
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        return overTabs(() -> scanner.checkToken(choice));
    }

    @Override
    public Token peekToken() {
        return overTabs(scanner::peekToken);
    }

    @Override
    public Token getToken() {
        return overTabs(scanner::getToken);
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    private <T> T overTabs(Supplier<T> scan) {
        while (true) {
            try {
                return scan.get();
            } catch (ScannerException stopped) {
                if (reader.peek() != '\t' || !separates(place())) {
                    throw stopped;
                }
                while (reader.peek() == '\t' || reader.peek() == ' ') {
                    reader.forward();
                }
            }
        }
    }

    private int place() {
        characters = text.offsetByCodePoints(characters, reader.getIndex() - codePoints);
        codePoints = reader.getIndex();
        return characters;
    }

    /** Whether a tab stands behind something on its line. Behind the dash of a list's element it would indent what follows. */
    private boolean separates(int tab) {
        int before = tab - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        if (before < 0 || isBreak(text.charAt(before))) {
            return false;
        }
        boolean isAlone = before == 0 || text.charAt(before - 1) <= ' ';
        return !(isAlone && (text.charAt(before) == '-' || text.charAt(before) == '?'));
    }

    private static boolean isBreak(char character) {
        return "\n\r\u0085\u2028\u2029".indexOf(character) >= 0;
    }
}
