# SPDX-License-Identifier: EUPL-1.2
# rules.mk: rules that make sources out of data (pages, lists). Not for compiling.
