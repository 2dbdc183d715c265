package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * root's password.
 *
 * @param hash as crypt(5) makes them; {@code !} or {@code *} if no password is to open it
 */
public record RootPassword(String hash) implements Resource {

    private static final String ROOT = "root";

    /** What shadow(5) has where no password fits; sshd takes the other word for an account that nobody may use, not even with a key. */
    private static final String NONE = "*";

    /** Whether a text locks an account instead of giving it a password. */
    public static boolean isLock(String hash) {
        return hash.equals("!") || hash.equals(NONE);
    }

    /** Whether root has it already, or is locked if it is to be. */
    public boolean isOn(AccountFact root) {
        return isLock(hash) ? root.isLocked() : root.hasPassword(hash);
    }

    @Override
    public String name() {
        return "root password";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(AccountProbe.of(ROOT));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        AccountFact fact = planning.facts().answer(AccountProbe.of(ROOT));
        if (isOn(fact)) {
            return Optional.empty();
        }
        String written = isLock(hash) ? NONE : hash;
        return Optional.of(Difference.of(
                Action.CHANGE,
                isLock(hash) ? "lock root's password" : "set root's password",
                State.words(fact.isLocked() ? "locked" : "another password"),
                isLock(hash) ? State.words("locked") : State.secret("the password of the inventory", hash),
                Operation.of(
                        "user=root\n" + Account.functions() + "put_password\n",
                        isLock(hash)
                                ? Payload.text("root:" + written + "\n")
                                : Payload.text("root:" + written + "\n", List.of(written)))));
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return name();
    }
}
