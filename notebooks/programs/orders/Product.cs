namespace Orders;

public sealed class Product(string code, decimal price)
{
    public string Code { get; } = code;

    public decimal Price { get; } = price;

    public int Stock { get; set; }
}
