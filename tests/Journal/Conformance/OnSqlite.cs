namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The suite on SQLite.</summary>
public static class OnSqlite
{
    public sealed class Appends() : AppendTests(SqliteDatabase.CreateAsync);
}
