/* SPDX-License-Identifier: EUPL-1.2 */
/* other.c: a name that is not its own. */
