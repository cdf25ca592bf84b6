try:
    import pandas as pd
except ImportError:
    pd = None

def table(n):
    a, b = [i % 100 for i in range(n)], [i % 7 for i in range(n)]
    return pd.DataFrame({"a": a, "b": b})

def rows_apply(frame):
    return frame.apply(lambda row: row["a"] * 2 + row["b"], axis=1)

def rows_columns(frame):
    return frame["a"] * 2 + frame["b"]
