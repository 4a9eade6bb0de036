int base_one(void);
