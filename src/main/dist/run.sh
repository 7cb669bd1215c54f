# The common end of both launchers, which define prepare() and start() above.
# git bisect would take status 2 for a commit with the bug
failed=2
[ "${1:-}" != bisect ] || failed=125
# Java decodes file names by the locale, and cannot open names that are not ASCII unless that is UTF-8
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac
prepare
# Shells do not export COLUMNS, so the terminal is asked for its width
if [ -t 1 ] && [ -z "${COLUMNS:-}" ] && size=$(stty size < /dev/tty 2> /dev/null) && [ "${size#* }" -gt 0 ]; then
    export COLUMNS="${size#* }"
fi
# A Java that cannot start exits with 1, which means "something new" here, so the program uses 101 for that. It runs in the
# background, with the stdin of this shell, so that a signal to this shell ends it at once
child=
trap '[ -z "$child" ] || kill -TERM "$child" 2> /dev/null' HUP INT TERM
if (exec 3<&0) 2> /dev/null; then
    exec 3<&0
    start "$@" <&3 3<&- &
else
    start "$@" <&- &
fi
child=$!
wait "$child"
status=$?
while [ $status -gt 128 ] && kill -0 "$child" 2> /dev/null; do
    wait "$child"
    status=$?
done
case $status in
    1) status=$failed ;;
    101) status=1 ;;
esac
exit $status
