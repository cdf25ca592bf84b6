def joined_plus(parts):
    text = ""
    for part in parts:
        text += part + ","
    return text

def joined_join(parts):
    return ",".join(parts) + ","
