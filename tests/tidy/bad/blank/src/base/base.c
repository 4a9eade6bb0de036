/* SPDX-License-Identifier: EUPL-1.2 */
/* base.c: has blanks at the end. */
int a; 
int b;	
int c;
