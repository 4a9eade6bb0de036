/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: puts things off. */
/* TODO: everything */
/* FIXME */
/* mkdtemp("XXXXXX") is fine, TODOS too */
