try:
    import pandas as pd
except ImportError:
    pd = None

def table(n):
    i = pd.Series(range(n))
    return pd.DataFrame({"a": i % 100, "b": i % 7})

def rows_apply(frame):
    return frame.apply(lambda row: row["a"] * 2 + row["b"], axis=1)

def rows_columns(frame):
    return frame["a"] * 2 + frame["b"]
