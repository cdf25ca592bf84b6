using System.Text;
using System.Text.RegularExpressions;

namespace Orders;

public sealed partial class Shop(Catalogue catalogue)
{
    private readonly Random _random = new(7);

    public long Priced { get; private set; }

    public void PriceOrders()
    {
        while (true)
        {
            string order = NextOrder();
            decimal sum = 0;
            foreach (Match line in Line().Matches(order)) sum += Price(line);
            Receipt(order, sum);
            Priced++;
        }
    }

    public async Task RefreshStockAsync()
    {
        while (true)
        {
            await Task.Delay(20);
            catalogue.Restock(_random.Next(catalogue.Count), amount: 5);
        }
    }

    private string NextOrder()
    {
        var order = new StringBuilder();
        for (int i = 0; i < 5; i++) order.Append($"{1 + i} x P-{_random.Next(catalogue.Count):00000}; ");
        return order.ToString();
    }

    private decimal Price(Match line) => int.Parse(line.Groups[1].Value) * catalogue.Find(line.Groups[2].Value).Price;

    private static string Receipt(string order, decimal sum)
    {
        var receipt = new StringBuilder();
        foreach (string line in order.Split(';')) receipt.AppendLine(line.Trim().PadRight(30));
        return receipt.Append($"{sum,30:0.00}").ToString();
    }

    [GeneratedRegex(@"(\d+) x (P-\d+)")]
    private static partial Regex Line();
}
