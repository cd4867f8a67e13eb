// A small client of Tocsin: signs in, keeps a copy of the board by the feed, creates an incident once however often it is sent.
//
//   dotnet run --project clients/csharp -- [URL ...]      TOCSIN_TOKEN holds a token; without it /dev/token is asked,
//                                                         with the key in TOCSIN_DEV_KEY_FILE (default Gateway/data/dev.key)
using System.Text.Json.Nodes;
using Tocsin.Clients;

string[] urls = args.Length > 0 ? args : ["http://127.0.0.1:5080"];
using var client = new Client(urls, Environment.GetEnvironmentVariable("TOCSIN_TOKEN"));
await client.SignInAsync("sample", "dispatcher");

using var feed = new Client(urls, client.Token);
using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
var board = new Board(feed, e => Console.WriteLine($"{e["position"]} {e["stream"]} {e["kind"]}"));
var following = board.FollowAsync(stop.Token);

var key = Guid.NewGuid().ToString();
JsonObject incident = new() { ["category"] = "theft", ["priority"] = 3, ["exercise"] = true };
for (var i = 0; i < 2; i++)
{
    // The second time the answer says that it was done before.
    var (thing, repeated) = await client.CommandAsync(HttpMethod.Post, "/incidents", incident, key);
    Console.WriteLine($"incident {thing["number"]} repeated: {repeated}");
}

await following;
Console.WriteLine($"{board.Items.Count} items on the board at {board.Position}");
