print("redsieve")
