package io.urania.engine.resource.account;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.EncodedText;
import io.urania.engine.text.ResourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Accounts by name, as the host's own files have them (passwd(5), group(5), shadow(5)). Of passwords it tells a sum of their hash. */
public final class AccountProbe implements Probe<AccountFact> {

    private static final AccountProbe INSTANCE = new AccountProbe();

    private AccountProbe() {}

    /** Asks for the account of a name. */
    public static Question<AccountFact> of(String user) {
        return new Question<>(INSTANCE, user);
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return ResourceText.beside(AccountProbe.class, "accounts.sh")
                .replace("@users@", Shell.words(subjects))
                .replace("@rules@", Account.RULES);
    }

    @Override
    public Map<String, AccountFact> parse(String output, SortedSet<String> subjects) {
        Map<String, String> told = new HashMap<>();
        List<String> lines = output.lines().toList();
        if (!lines.contains("end")) {
            return Map.of();
        }
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length >= 2) {
                told.put(words[0] + " " + words[1], words.length == 3 ? words[2] : "");
            }
        }
        Map<String, AccountFact> facts = new HashMap<>();
        for (String user : subjects) {
            facts.put(
                    user,
                    new AccountFact(
                            Optional.ofNullable(told.get("uid " + user)).map(Integer::valueOf),
                            told.getOrDefault("shell " + user, ""),
                            Optional.ofNullable(told.get("group of")),
                            told.containsKey("admin " + user),
                            told.getOrDefault("password " + user, ""),
                            told.containsKey("locked " + user),
                            text(told, "keys " + user),
                            text(told, "rule " + user),
                            told.containsKey("sudo there")));
        }
        return facts;
    }

    static Optional<String> text(Map<String, String> told, String key) {
        return Optional.ofNullable(told.get(key)).map(EncodedText::decoded);
    }
}
