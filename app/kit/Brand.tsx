// The name of the product, written: 汴 in ink, 赛 in cinnabar.
import { Link } from "@remix-run/react";

export function Brand({ to = "/" }: { to?: string }) {
  return (
    <Link to={to} className="brand" translate="no">
      汴<b>赛</b>
    </Link>
  );
}
