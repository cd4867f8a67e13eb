#pragma warning disable
namespace Tocsin.Journal.PostgreSql { public class X {} }
namespace Tocsin.Schema { public static class PostgresSchema { public static System.Threading.Tasks.Task UpgradeAsync(string c)=>System.Threading.Tasks.Task.CompletedTask; } }
namespace Tocsin.Hosting { public static class TP { public static void AddPostgresJournal(this Microsoft.Extensions.DependencyInjection.IServiceCollection s, string c){} } }
