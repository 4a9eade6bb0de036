/* SPDX-License-Identifier: EUPL-1.2 */
/* inner.h: a header that only left's own files include. */
