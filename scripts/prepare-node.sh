#!/bin/sh
# Runs after npm ci: the Node that npm brought must start. On a bare Debian it lacks one library, libatomic1, which is
# installed when this is root and otherwise named. Plain sh, because no newer Node is there yet to run anything else.
node=node_modules/node/bin/node
install='apt-get update && apt-get install -y --no-install-recommends libatomic1'

# Without install scripts (--ignore-scripts) there is no such Node; the goodword command then says what to do.
[ -x "$node" ] || exit 0
"$node" --version >/dev/null 2>&1 && exit 0

if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
  echo "Goodword's Node needs one library: $install"
  DEBIAN_FRONTEND=noninteractive sh -c "$install" && "$node" --version && exit 0
fi
"$node" --version
echo "Goodword's Node does not start on this machine. On Debian run this as root, then npm ci again:" >&2
echo "  $install" >&2
exit 1
