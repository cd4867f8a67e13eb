using Tocsin.Journal.Sqlite;
using Tocsin.Positions;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Positions;

/// <summary>The stores of positions on both databases.</summary>
public static class OnBoth
{
    public sealed class OnPostgres(PostgresFixture postgres) : PositionStoreTests(
        async () => new PostgresPositionStore(await postgres.NewDatabaseAsync()));

    public sealed class OnSqlite : PositionStoreTests
    {
        private readonly DirectoryInfo _folder;

        public OnSqlite()
            : this(Directory.CreateTempSubdirectory("tocsin-"))
        {
        }

        private OnSqlite(DirectoryInfo folder)
            : base(() =>
            {
                SqliteSchema.Upgrade(folder.FullName);
                return Task.FromResult<IPositionStore>(new SqlitePositionStore(DataDirectory.PositionsIn(folder.FullName)));
            }) => _folder = folder;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }
}
