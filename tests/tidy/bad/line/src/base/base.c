/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: is wide. */
/* eeeeeeeeeeeeeeeeexxxxxxxxxxxxxxxxxxxxeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee */
/* éééééééééééééééééxxxxxxxxxxxxxxxxxxxxéééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé */
