using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Support.Postgres;

/// <summary>
/// A PostgreSQL of one's own: made with the installed binaries in a temporary folder, on a free port of 127.0.0.1, as an unprivileged user
/// when we are root. Or the one that <c>TOCSIN_TEST_POSTGRES</c> (a connection string) names, which can then not be stopped.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "TOCSIN_TEST_POSTGRES";
    private readonly string? _folder;
    private readonly string? _binaries;
    private readonly NpgsqlConnectionStringBuilder _connection;
    private Process? _process;
    private int _databases;

    private PostgresServer(string? folder, string? binaries, NpgsqlConnectionStringBuilder connection)
    {
        _folder = folder;
        _binaries = binaries;
        _connection = connection;
    }

    /// <summary>Whether a server can be had here at all; tests that need one fail, rather than skip, where it cannot.</summary>
    public static bool IsInstalled => FindBinaries() is not null || Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>Whether it is ours to stop.</summary>
    public bool IsOwn => _folder is not null;

    /// <summary>Where it listens.</summary>
    public int Port => _connection.Port;

    /// <summary>The folder of <c>pgbench</c>, <c>psql</c> and the rest.</summary>
    public string Binaries => _binaries ?? throw new InvalidOperationException("No PostgreSQL is installed here.");

    /// <summary>The pid of the postmaster.</summary>
    public int Pid => int.Parse(File.ReadLines(Path.Combine(Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Where its files are.</summary>
    public string DataFolder => Path.Combine(Folder, "data");

    private string Folder => _folder ?? throw new InvalidOperationException($"The server of {Variable} is not ours to stop.");

    /// <summary>Makes and starts one.</summary>
    /// <param name="settings">Further settings, e.g. <c>max_connections=200</c>.</param>
    public static Task<PostgresServer> StartAsync(params string[] settings) => StartAsync(trusted: null, settings);

    /// <summary>Makes and starts one that others than this machine may use, too.</summary>
    /// <param name="trusted">Their network, e.g. <c>10.213.0.0/24</c>; null: nobody else.</param>
    /// <param name="settings">Further settings, among them the address at which those find it.</param>
    public static async Task<PostgresServer> StartAsync(string? trusted, IReadOnlyList<string> settings)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return new PostgresServer(null, FindBinaries(), new NpgsqlConnectionStringBuilder(given));

        var binaries = FindBinaries() ?? throw new InvalidOperationException($"Neither PostgreSQL's binaries nor {Variable} are here.");
        var folder = Directory.CreateTempSubdirectory("tocsin-pg-").FullName;
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = FreePort(),
            Username = "tocsin",
            Database = "postgres",
        };
        var server = new PostgresServer(folder, binaries, connection);
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await RunAsUserAsync(
            Path.Combine(binaries, "initdb"),
            "-D",
            $"{folder}/data",
            "-U",
            "tocsin",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--data-checksums",
            "--no-sync");
        await File.AppendAllLinesAsync($"{folder}/data/postgresql.conf", [
            $"port = {connection.Port}",
            "listen_addresses = '127.0.0.1'",
            $"unix_socket_directories = '{folder}'",
            "shared_buffers = '256MB'",
            "max_connections = 200",
            "max_wal_size = '4GB'",
            .. settings.Select(s => s.Replace("=", " = ", StringComparison.Ordinal)),
        ]);
        if (trusted is not null)
            await File.AppendAllTextAsync($"{folder}/data/pg_hba.conf", $"host all all {trusted} trust\n");
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>The connection string of a database of it.</summary>
    public string ConnectionString(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes a database: an empty one, or a copy of another to which nobody is connected.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string template = "template1")
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}_{Guid.NewGuid():N}"[..24];
        await using var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template {template}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>
    /// Makes and starts a standby of it, by plain streaming replication. It is a synchronous one while the primary's
    /// <c>synchronous_standby_names</c> says so.
    /// </summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-pg-").FullName;
        var connection = new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Port = FreePort() };
        var standby = new PostgresServer(folder, Binaries, connection);
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await RunAsUserAsync(
            Path.Combine(Binaries, "pg_basebackup"),
            "-D",
            $"{folder}/data",
            "-d",
            $"host=127.0.0.1 port={Port} user=tocsin",
            "-X",
            "stream",
            "-c",
            "fast",
            "-R",
            "--no-sync");
        await File.AppendAllLinesAsync(
            $"{folder}/data/postgresql.conf", [$"port = {connection.Port}", $"unix_socket_directories = '{folder}'"]);
        await standby.StartAgainAsync();
        return standby;
    }

    /// <summary>Makes a standby the primary, and returns once it is.</summary>
    public Task PromoteAsync() => RunAsUserAsync(Path.Combine(Binaries, "pg_ctl"), "promote", "-D", $"{Folder}/data", "-w");

    /// <summary>Starts it again after it was stopped or killed, and returns once it answers.</summary>
    public async Task StartAgainAsync()
    {
        var (file, arguments) = AsUser(Path.Combine(Binaries, "postgres"), "-D", $"{Folder}/data");
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        _process?.Dispose();
        _process = Process.Start(start)!;
        var log = new Lock();
        _process.ErrorDataReceived += (_, e) => Write(e.Data);
        _process.OutputDataReceived += (_, e) => Write(e.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await Until.HoldsAsync(
            "PostgreSQL answers",
            AnswersAsync,
            () => File.Exists($"{Folder}/log") ? File.ReadAllText($"{Folder}/log") : "",
            () => _process.HasExited ? $"it ended with {_process.ExitCode}" : null);

        async Task<bool> AnswersAsync()
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false;Timeout=2");
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }

        void Write(string? line)
        {
            lock (log)
            {
                if (line is not null && Directory.Exists(Folder))
                    File.AppendAllText($"{Folder}/log", line + "\n");
            }
        }
    }

    /// <summary>Stops it as its administrator would, by the signals that <c>pg_ctl</c> sends.</summary>
    public Task StopAsync(ShutdownMode mode = ShutdownMode.Fast) => EndAsync(mode == ShutdownMode.Immediate ? "QUIT" : "INT");

    /// <summary>Kills it and all its backends, as a loss of power would (as far as a process can).</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Freezes the postmaster and every backend; nothing answers, and no connection is closed.</summary>
    public Task FreezeAsync() => SignalAllAsync("STOP");

    /// <summary>Lets a frozen one go on.</summary>
    public Task ThawAsync() => SignalAllAsync("CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_folder is null)
            return;
        if (_process is { HasExited: false })
        {
            await ThawAsync();
            await EndAsync("QUIT");
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string file, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {await error}");
    }

    private static (string File, IEnumerable<string> Arguments) AsUser(string file, params IEnumerable<string> arguments) =>
        Environment.UserName == "root"
            ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", file, .. arguments])
            : (file, arguments);

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Select(d => Path.Combine(d, "bin"))
            .Where(d => File.Exists(Path.Combine(d, "initdb")))
            .Order()
            .LastOrDefault()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static List<int> Children(int pid) => [.. Process.GetProcesses().Select(p => p.Id).Where(id => ParentOf(id) == pid)];

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static Task<string> RunAsUserAsync(string file, params IEnumerable<string> arguments)
    {
        var (program, all) = AsUser(file, arguments);
        return RunAsync(program, all);
    }

    private async Task SignalAllAsync(string signal)
    {
        var pid = Pid;
        // The postmaster first, so that it starts no backend while the others are told.
        await RunAsync("kill", "-s", signal, pid.ToString(CultureInfo.InvariantCulture));
        foreach (var child in Children(pid))
        {
            try
            {
                await RunAsync("kill", "-s", signal, child.ToString(CultureInfo.InvariantCulture));
            }
            catch (InvalidOperationException)
            {
                // It ended by itself in between.
            }
        }
    }

    private async Task EndAsync(string signal)
    {
        if (signal == "KILL")
            await SignalAllAsync(signal);
        else
            await RunAsync("kill", "-s", signal, Pid.ToString(CultureInfo.InvariantCulture));
        await _process!.WaitForExitAsync();
    }
}
