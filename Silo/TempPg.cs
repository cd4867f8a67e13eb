// Stands in until the journal on PostgreSQL is here; whoever brings it deletes this file.
#pragma warning disable
namespace Tocsin.Journal.PostgreSql { internal class Pending; }
namespace Tocsin.Schema { internal static class PostgresSchema { public static System.Threading.Tasks.Task UpgradeAsync(string c) => throw new System.NotSupportedException(); } }
namespace Tocsin.Journal { internal static class PostgresPending { public static void AddPostgresJournal(this Microsoft.Extensions.DependencyInjection.IServiceCollection s, string c) { } } }
