# Prints "ufw" if that is on, "kubernetes" if there are chains of Kubernetes, and for each base chain that drops what it does not let
# through "drop HOOK FAMILY TABLE CHAIN" with its rules behind it, a line each.
newline='
'
if [ -r /etc/ufw/ufw.conf ]; then
    while read -r line; do
        case $line in ENABLED=yes | 'ENABLED="yes"') echo ufw ;; esac
    done </etc/ufw/ufw.conf
fi

of_nft() {
    chains=$(nft list chains)
    case $chains in *"chain KUBE-"*) echo kubernetes ;; esac
    IFS=$newline
    set -f
    for line in $chains; do
        case $line in
        "table "*) table=${line#table } table=${table%" {"} ;;
        *"chain "*) chain=${line#*chain } chain=${chain%" {"} ;;
        *"hook input "*"policy drop"*) dropping input ;;
        *"hook forward "*"policy drop"*) dropping forward ;;
        esac
    done
}
dropping() {
    echo "drop $1 $table $chain"
    IFS=' '
    # Two words: the family and the table.
    rules=$(nft list chain $table "$chain")
    IFS=$newline
    for rule in $rules; do
        case $rule in
        "table "* | *"chain "*" {" | *" hook "* | *"}") ;;
        *) echo "rule $rule" ;;
        esac
    done
}

# Only the built-in chains: a node has thousands of rules.
of_iptables() {
    rules=$("$1" -w 5 -S | grep -e '^-P' -e '^-A INPUT ' -e '^-A FORWARD ' -e '^-N KUBE-')
    case $rules in *"-N KUBE-"*) echo kubernetes ;; esac
    for hook in INPUT FORWARD; do
        case $rules in *"-P $hook DROP"*) ;; *) continue ;; esac
        case $hook in INPUT) echo "drop input $2 filter INPUT" ;; *) echo "drop forward $2 filter FORWARD" ;; esac
        IFS=$newline
        set -f
        for rule in $rules; do
            case $rule in "-A $hook "*) echo "rule $rule" ;; esac
        done
        set +f
        unset IFS
    done
}

if command -v nft >/dev/null; then
    of_nft
elif command -v iptables >/dev/null; then
    of_iptables iptables ip
fi
echo all
