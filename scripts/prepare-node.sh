#!/bin/sh
# Runs after npm ci: the Node that npm brought must start. On a bare Debian it lacks one library, libatomic1, which is
# installed when this is root and otherwise named. Plain sh, because no newer Node is there yet to run anything else.
# Then the database cluster is prepared that the first start copies.
node=node_modules/node/bin/node
install='apt-get update && apt-get install -y --no-install-recommends libatomic1'

prepare_database() {
  "$node" scripts/prepare-database.ts || echo 'No database was prepared; the first start will make its own.' >&2
  exit 0
}

# Without install scripts (--ignore-scripts) there is no such Node; the goodword command then says what to do.
[ -x "$node" ] || exit 0
"$node" --version >/dev/null 2>&1 && prepare_database

if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
  echo "Goodword's Node needs one library: $install"
  DEBIAN_FRONTEND=noninteractive sh -c "$install" && "$node" --version && prepare_database
fi
"$node" --version
echo "Goodword's Node does not start on this machine. On Debian run this as root, then npm ci again:" >&2
echo "  $install" >&2
exit 1
