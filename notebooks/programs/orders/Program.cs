using Orders;

var catalogue = new Catalogue(products: 3_000);
var shop = new Shop(catalogue);
new Thread(shop.PriceOrders) { IsBackground = true, Name = "pricing" }.Start();
_ = shop.RefreshStockAsync();
Console.WriteLine("pricing orders until the input ends");
while (Console.ReadLine() is not null) Console.WriteLine($"{shop.Priced} orders priced");
