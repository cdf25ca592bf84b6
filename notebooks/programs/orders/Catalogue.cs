namespace Orders;

public sealed class Catalogue(int products)
{
    private readonly List<Product> _products =
        [.. Enumerable.Range(0, products).Select(number => new Product($"P-{number:00000}", 1 + number % 97))];

    public int Count => _products.Count;

    public Product Find(string code)
    {
        foreach (Product product in _products)
            if (string.Equals(product.Code, code, StringComparison.OrdinalIgnoreCase)) return product;
        throw new KeyNotFoundException(code);
    }

    public void Restock(int place, int amount) => _products[place].Stock += amount;
}
