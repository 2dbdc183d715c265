package io.urania.engine.resource.kernel;

/** POSIX sh that lets a host have the swap again that {@link SwapOff} took; programs that made swap are among the units that start again. */
public final class SwapBack {

    private SwapBack() {}

    /** It works where nothing was taken. */
    public static String script() {
        return """
                rm -f /etc/rpi/swap.conf.d/90-urania.conf
                if [ -e /etc/systemd/zram-generator.conf.before-urania ]; then
                    mv -f /etc/systemd/zram-generator.conf.before-urania /etc/systemd/zram-generator.conf
                elif [ -f /etc/systemd/zram-generator.conf ] && [ ! -s /etc/systemd/zram-generator.conf ]; then
                    rm -f /etc/systemd/zram-generator.conf
                fi
                if [ -e /var/lib/urania/swap-target-masked ]; then
                    systemctl unmask --quiet swap.target
                fi
                case $(cat /etc/fstab 2>/dev/null || :) in
                *'#urania: '*)
                    while IFS= read -r line || [ -n "$line" ]; do
                        printf '%s\\n' "${line#\\#urania: }"
                    done </etc/fstab >/etc/fstab.urania
                    # In place: the file may be a mount of its own.
                    cat /etc/fstab.urania >/etc/fstab
                    rm -f /etc/fstab.urania
                    swapon -a 2>/dev/null || :
                    ;;
                esac
                """;
    }
}
