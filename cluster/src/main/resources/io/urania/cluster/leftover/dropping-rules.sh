# Rules and chains of the cluster's programs go; those of others stay.
for tool in iptables ip6tables iptables-legacy ip6tables-legacy; do
    command -v "$tool-save" >/dev/null 2>&1 || continue
    "$tool-save" 2>/dev/null | while IFS= read -r rule; do
        case $rule in
        @marks@) ;;
        *) printf '%s\n' "$rule" ;;
        esac
    done | "$tool-restore" 2>/dev/null || :
done
