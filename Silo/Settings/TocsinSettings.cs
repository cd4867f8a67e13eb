using System.Globalization;
using Tocsin.Access;
using Tocsin.Clocks;
using Tocsin.Erasing;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Limits;

namespace Tocsin.Settings;

/// <summary>
/// The configuration, read once at the start and checked: a wrong value stops the start with one line that names the key.
/// </summary>
public sealed record TocsinSettings
{
    private static readonly TimeSpan MaxTrackTime = TimeSpan.FromDays(400);

    /// <summary><c>Tocsin:Mode</c>: <c>Embedded</c> or <c>Cluster</c>. The default value is <c>Embedded</c>.</summary>
    public required RunMode Mode { get; init; }

    /// <summary><c>Tocsin:DataDirectory</c>: the folder of the embedded mode's files. The default value is <c>./data</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// <c>Tocsin:Demo</c>: whether the embedded mode loads a demo roster on an empty data directory. The default value is
    /// <see langword="true"/>.
    /// </summary>
    public required bool Demo { get; init; }

    /// <summary>
    /// <c>Tocsin:ClusterId</c>: silos and gateways with the same one belong together; 1 to 40 of letters, digits, <c>-</c>, <c>_</c>,
    /// <c>.</c> The default value is <c>tocsin</c>.
    /// </summary>
    public required string ClusterId { get; init; }

    /// <summary><c>Tocsin:SiloPort</c>: the port between silos, 1 to 65,535; cluster only. The default value is 11111.</summary>
    public required int SiloPort { get; init; }

    /// <summary>
    /// <c>Tocsin:GatewayPort</c>: the port from gateways to silos, 1 to 65,535; cluster only. The default value is 30000.
    /// </summary>
    public required int GatewayPort { get; init; }

    /// <summary>
    /// <c>Tocsin:AdvertisedAddress</c>: the address at which the others reach this silo, see <see cref="Settings.AdvertisedAddress"/>;
    /// cluster only. The default value is 127.0.0.1.
    /// </summary>
    public required string AdvertisedAddress { get; init; }

    /// <summary><c>ConnectionStrings:Tocsin</c>: Npgsql's connection string. Required in cluster mode; else empty.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// <c>ConnectionStrings:TocsinMigrations</c>: the connection of an account that may change the schema. The default value is
    /// <see langword="null"/>: <see cref="ConnectionString"/> may.
    /// </summary>
    public required string? MigrationsConnectionString { get; init; }

    /// <summary>
    /// <c>Tocsin:Standby</c>: what the centre has chosen for the time in which no synchronous standby of the database is there, see
    /// <see cref="StandbyChoice"/>; cluster only. The default value is <see cref="StandbyChoice.None"/>: none is promised.
    /// </summary>
    public StandbyChoice Standby { get; init; }

    /// <summary>
    /// <c>Tocsin:SecretFile</c>: a file of 32 to 4,096 bytes from which all keys are derived; see <see cref="Secrets"/>. The default value
    /// is <see langword="null"/>: <c>secret.key</c> in the data directory, or a secret in the database.
    /// </summary>
    public required string? SecretFile { get; init; }

    /// <summary>
    /// <c>Tocsin:SealPublicKeyFile</c>: public keys of the seals (PEM), for the audit. The default value is <see langword="null"/>: the
    /// public key follows from the secret.
    /// </summary>
    public string? SealPublicKeyFile { get; init; }

    /// <summary>
    /// <c>Tocsin:TimeZone</c>: the IANA time zone of the days in incident numbers and of the hours and days in reports. The default value
    /// is <c>UTC</c>.
    /// </summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>
    /// <c>Tocsin:HistoricAfter</c>: a receipt that lies further back than this when it is recorded is history, and alarms nobody; above 0.
    /// The default value is one hour.
    /// </summary>
    public required TimeSpan HistoricAfter { get; init; }

    /// <summary>
    /// <c>Tocsin:Unattended:1</c> to <c>4</c>: how long an incident of that priority may wait for an assignment where the timing policy
    /// gives no limit; whole seconds, 1 to 604,800. The default values are 60, 180, 600 and 1,800.
    /// </summary>
    public UnattendedLimits Unattended { get; init; } = UnattendedLimits.Default;

    /// <summary>
    /// <c>Tocsin:MaxDistanceKilometers</c>: an incident that is farther than this from every station is refused until somebody confirms it;
    /// 1 to 20,100. The default value is 300.
    /// </summary>
    public required double MaxDistanceKilometers { get; init; }

    /// <summary>
    /// <c>Tocsin:DeviceTolerance</c>: how far a unit's report may lie before its only assignment to the incident and is still taken, at the
    /// assignment's time; 0 or more. The default value is 5 minutes.
    /// </summary>
    public required TimeSpan DeviceTolerance { get; init; }

    /// <summary>
    /// <c>Tocsin:EncipherTexts</c>: whether texts and places of calls and incidents are written under keys of their own. The default is
    /// true; false keeps the way back to the version before open.
    /// </summary>
    public required bool EncipherTexts { get; init; }

    /// <summary>
    /// <c>Tocsin:PanicCategory</c>: the category of an incident about an officer in distress, 1 to 100 characters. The default value is
    /// <see langword="null"/>: a name in Chinese and English.
    /// </summary>
    public string? PanicCategory { get; init; }

    /// <summary>
    /// <c>Tocsin:TrackTime</c>: for how long the tracks of units are kept, from 0 (none are) to 400 days. The default value is one day.
    /// </summary>
    public required TimeSpan TrackTime { get; init; }

    /// <summary>
    /// <c>Tocsin:Access:KeepTime</c>: for how long items of the access log are kept, 1 day to 36,500 days. The default value is 400 days.
    /// </summary>
    public required TimeSpan AccessKeepTime { get; init; }

    /// <summary>
    /// <c>Tocsin:Retention:{Narrative,Place,Caller,Notes,Messages,Feedback,Parties}</c>: for how long after a call or an incident is over
    /// that is kept, 1 day to 36,500 days. The default is for ever.
    /// </summary>
    public required IReadOnlyDictionary<ErasureField, TimeSpan> RetentionKeepTimes { get; init; }

    /// <summary>
    /// <c>Tocsin:CategoryClasses</c>: how the summary classes categories. The default value has the classes help and dispute, with patterns
    /// in Chinese and English.
    /// </summary>
    public CategoryClasses CategoryClasses { get; init; } = CategoryClasses.Default;

    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="MisconfigurationException">Something is wrong; the message names the key.</exception>
    public static TocsinSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var word = configuration["Tocsin:Mode"];
        var mode = Enum.TryParse<RunMode>(word ?? nameof(RunMode.Embedded), ignoreCase: true, out var m) && Enum.IsDefined(m)
            ? m
            : throw Wrong("Tocsin:Mode", "'Embedded' or 'Cluster'", word);
        var connection = DatabaseConnection.Complete(configuration.GetConnectionString("Tocsin") ?? "");
        if (mode == RunMode.Cluster && connection.Length == 0)
            throw Wrong("ConnectionStrings:Tocsin", "an Npgsql connection string (cluster mode)", null);

        return new TocsinSettings
        {
            Mode = mode,
            DataDirectory = configuration["Tocsin:DataDirectory"] is { Length: > 0 } directory ? directory : "./data",
            Demo = Flag(configuration, "Tocsin:Demo", true),
            ClusterId = configuration["Tocsin:ClusterId"] is not { Length: > 0 } id ? "tocsin"
                : EntityIdRule.IsValid(id) ? id : throw Wrong("Tocsin:ClusterId", "1 to 40 of letters, digits, '-', '_', '.'", id),
            SiloPort = Port(configuration, "Tocsin:SiloPort", 11111),
            GatewayPort = Port(configuration, "Tocsin:GatewayPort", 30000),
            AdvertisedAddress = configuration["Tocsin:AdvertisedAddress"] is not { Length: > 0 } address ? "127.0.0.1"
                : Settings.AdvertisedAddress.IsValid(address) ? address
                : throw Wrong("Tocsin:AdvertisedAddress", "an IP address, a name of this machine, or 'auto'", address),
            ConnectionString = connection,
            MigrationsConnectionString = configuration.GetConnectionString("TocsinMigrations") is { Length: > 0 } migrations
                ? DatabaseConnection.Complete(migrations)
                : null,
            Standby = configuration["Tocsin:Standby"] is not { Length: > 0 } standby ? StandbyChoice.None
                : Enum.TryParse<StandbyChoice>(standby, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
                : throw Wrong("Tocsin:Standby", "'None', 'GoOn' or 'Wait'", standby),
            SecretFile = configuration["Tocsin:SecretFile"] is { Length: > 0 } file ? file : null,
            SealPublicKeyFile = configuration["Tocsin:SealPublicKeyFile"] is { Length: > 0 } publicKey ? publicKey : null,
            TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(configuration["Tocsin:TimeZone"] ?? "UTC", out var zone)
                ? zone
                : throw Wrong("Tocsin:TimeZone", "an IANA time zone, e.g. 'Asia/Shanghai'", configuration["Tocsin:TimeZone"]),
            HistoricAfter = configuration["Tocsin:HistoricAfter"] is not { Length: > 0 } after ? TimeSpan.FromHours(1)
                : TimeSpan.TryParse(after, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero ? span
                : throw Wrong("Tocsin:HistoricAfter", "a time span above 0, e.g. '01:00:00'", after),
            Unattended = UnattendedSettings.Read(configuration),
            MaxDistanceKilometers = configuration["Tocsin:MaxDistanceKilometers"] is not { Length: > 0 } distance ? 300
                : double.TryParse(distance, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kilometers)
                    && kilometers is >= 1 and <= 20_100 ? kilometers
                : throw Wrong("Tocsin:MaxDistanceKilometers", "a number from 1 to 20100", distance),
            EncipherTexts = Flag(configuration, "Tocsin:EncipherTexts", byDefault: true),
            DeviceTolerance = configuration["Tocsin:DeviceTolerance"] is not { Length: > 0 } slow ? TimeSpan.FromMinutes(5)
                : TimeSpan.TryParse(slow, CultureInfo.InvariantCulture, out var behind) && behind >= TimeSpan.Zero ? behind
                : throw Wrong("Tocsin:DeviceTolerance", "a time span from 0, e.g. '00:05:00'", slow),
            PanicCategory = configuration["Tocsin:PanicCategory"] is not { Length: > 0 } category ? null
                : category.Length <= ContractLimits.WordMax && !string.IsNullOrWhiteSpace(category) ? category
                : throw Wrong("Tocsin:PanicCategory", "1 to 100 characters", category),
            TrackTime = configuration["Tocsin:TrackTime"] is not { Length: > 0 } track ? TimeSpan.FromDays(1)
                : TimeSpan.TryParse(track, CultureInfo.InvariantCulture, out var kept) && kept >= TimeSpan.Zero && kept <= MaxTrackTime
                    ? kept
                : throw Wrong("Tocsin:TrackTime", "a time span from 0 to 400 days, e.g. '1.00:00:00'", track),
            AccessKeepTime = configuration["Tocsin:Access:KeepTime"] is not { Length: > 0 } access ? new AccessOptions().KeepTime
                : TimeSpan.TryParse(access, CultureInfo.InvariantCulture, out var old)
                    && old >= AccessOptions.KeepTimeMin && old <= AccessOptions.KeepTimeMax ? old
                : throw Wrong("Tocsin:Access:KeepTime", "a time span from 1 to 36500 days, e.g. '400.00:00:00'", access),
            RetentionKeepTimes = RetentionSettings.Read(configuration),
            CategoryClasses = CategoryClassSettings.Read(configuration),
        };
    }

    private static bool Flag(IConfiguration configuration, string key, bool byDefault) =>
        configuration[key] is not { Length: > 0 } text ? byDefault
        : bool.TryParse(text, out var flag) ? flag : throw Wrong(key, "'true' or 'false'", text);

    private static int Port(IConfiguration configuration, string key, int byDefault) =>
        configuration[key] is not { Length: > 0 } text ? byDefault
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535 ? port
        : throw Wrong(key, "a port, 1 to 65535", text);

    private static MisconfigurationException Wrong(string key, string wanted, string? given) =>
        new(given is null ? $"{key}: needs {wanted}." : $"{key}: '{given}' is not {wanted}.");
}
