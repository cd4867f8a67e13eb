using Tocsin.Hosting;

namespace Tocsin.Tests.GatewayTests.Hosting;

public sealed class MisconfigurationTests
{
    [Theory]
    [InlineData("Tocsin:Mode", "Tocsin:Mode=Both")]
    [InlineData("Tocsin:DevTokens", "Tocsin:DevTokens=perhaps")]
    [InlineData(
        "Tocsin:DevTokens", "Tocsin:DevTokens=true", "Tocsin:Jwt:Authority=https://sign-in.example", "Tocsin:Jwt:Audience=tocsin")]
    [InlineData("Tocsin:DevKeyFile", "Tocsin:Mode=Cluster", "Tocsin:DevTokens=true", "ConnectionStrings:Tocsin=Host=x")]
    [InlineData("Tocsin:DevKeyFile", "Tocsin:DevKeyFile=/nowhere")]
    [InlineData("Tocsin:DevKeyFile", "Tocsin:DevKeyFile=/dev/null")]
    [InlineData("--urls", "urls=http://0.0.0.0:0")]
    [InlineData("--urls", "urls=http://127.0.0.1:0;http://*:0")]
    [InlineData("--urls", "urls=http://[::]:0")]
    [InlineData("--urls", "urls=http://tocsin.example:0")]
    [InlineData("Kestrel:Endpoints:Room:Url", "Kestrel:Endpoints:Room:Url=http://0.0.0.0:0")]
    [InlineData("Tocsin:Docs", "Tocsin:Docs=on")]
    [InlineData("Tocsin:Jwt:Authority", "Tocsin:Jwt:Authority=not a url", "Tocsin:Jwt:Audience=x")]
    [InlineData("Tocsin:Jwt:Authority", "Tocsin:Jwt:Authority=http://sign-in.example", "Tocsin:Jwt:Audience=x")]
    [InlineData("Tocsin:Jwt:Audience", "Tocsin:Jwt:Authority=https://sign-in.example")]
    [InlineData("Tocsin:Jwt:Authority", "Tocsin:Mode=Cluster", "ConnectionStrings:Tocsin=Host=x")]
    [InlineData("Tocsin:Jwt:MaxLifetime", "Tocsin:Jwt:MaxLifetime=00:00:59")]
    [InlineData("Tocsin:Jwt:MaxLifetime", "Tocsin:Jwt:MaxLifetime=12")]
    [InlineData("Tocsin:Jwt:Acr", "Tocsin:Jwt:Acr=mfa")]
    [InlineData("Tocsin:Jwt:Acr", "Tocsin:Jwt:Acr:0=two factors")]
    [InlineData("Tocsin:Jwt:MaxMachineLifetime", "Tocsin:Jwt:MaxMachineLifetime=4001.00:00:00")]
    [InlineData("Tocsin:Jwt:Machines", "Tocsin:Jwt:Machines=exchange")]
    [InlineData("Tocsin:Jwt:KeyCache", "Tocsin:Jwt:KeyCache=/nowhere/keys.json")]
    [InlineData("Tocsin:Jwt:KeyCache", "Tocsin:Jwt:KeyCache=/tmp")]
    [InlineData("ConnectionStrings:Tocsin", "Tocsin:Mode=Cluster", "Tocsin:DevTokens=true")]
    [InlineData("ConnectionStrings:Tocsin", "Tocsin:Mode=Cluster", "Tocsin:DevTokens=true", "ConnectionStrings:Tocsin=nonsense")]
    [InlineData("ConnectionStrings:Tocsin", "Tocsin:Mode=Cluster", "Tocsin:DevTokens=true", "ConnectionStrings:Tocsin=Database=x")]
    [InlineData("Tocsin:RateLimit:PerSecond", "Tocsin:RateLimit:PerSecond=-1")]
    [InlineData("Tocsin:RateLimit:Burst", "Tocsin:RateLimit:PerSecond=5", "Tocsin:RateLimit:Burst=0")]
    [InlineData("Tocsin:DrainTime", "Tocsin:DrainTime=1 day")]
    [InlineData("Tocsin:Positions:MaxAge", "Tocsin:Positions:MaxAge=ten")]
    [InlineData("Tocsin:Positions:MaxAge", "Tocsin:Positions:MaxAge=2.00:00:00")]
    [InlineData("Tocsin:Positions:MaxSpeed", "Tocsin:Positions:MaxSpeed=0")]
    [InlineData("Tocsin:Positions:MaxSpeed", "Tocsin:Positions:MaxSpeed=fast")]
    [InlineData("Tocsin:Https:KeyFile", "Tocsin:Https:CertificateFile=/nowhere")]
    [InlineData("Tocsin:Https:CertificateFile", "Tocsin:Https:CertificateFile=/nowhere", "Tocsin:Https:KeyFile=/nowhere")]
    [InlineData("Tocsin:Https:CertificateFile", "urls=https://127.0.0.1:0")]
    [InlineData(
        "Tocsin:Tls:CertificateFile",
        "Tocsin:Mode=Cluster",
        "Tocsin:DevTokens=true",
        "ConnectionStrings:Tocsin=Host=x",
        "Tocsin:Tls:CertificateFile=/nowhere",
        "Tocsin:Tls:KeyFile=/nowhere")]
    [InlineData("Tocsin:TimeZone", "Tocsin:TimeZone=Mars/Olympus")]
    [InlineData("Tocsin:HistoricAfter", "Tocsin:HistoricAfter=never")]
    [InlineData("Tocsin:Unattended:1", "Tocsin:Unattended:1=0")]
    [InlineData("Tocsin:Unattended:2", "Tocsin:Unattended:2=00:03:00")]
    [InlineData("Tocsin:Unattended:4", "Tocsin:Unattended:4=604801")]
    [InlineData("Tocsin:Unattended:5", "Tocsin:Unattended:5=60")]
    [InlineData("Tocsin:Unattended", "Tocsin:Unattended=60")]
    [InlineData("Tocsin:MaxDistanceKilometers", "Tocsin:MaxDistanceKilometers=far")]
    [InlineData("Tocsin:MaxDistanceKilometers", "Tocsin:MaxDistanceKilometers=0")]
    [InlineData("Tocsin:DeviceTolerance", "Tocsin:DeviceTolerance=-00:00:01")]
    [InlineData("Tocsin:Access:KeepTime", "Tocsin:Access:KeepTime=01:00:00")]
    [InlineData("Tocsin:Retention:Notes", "Tocsin:Retention:Notes=01:00:00")]
    [InlineData("Tocsin:Retention:Everything", "Tocsin:Retention:Everything=10.00:00:00")]
    [InlineData("Tocsin:Proxies", "Tocsin:Proxies=10.0.0.5 everybody")]
    [InlineData("Tocsin:Demo", "Tocsin:Demo=2")]
    [InlineData("Tocsin:CategoryClasses:other", "Tocsin:CategoryClasses:other:0=*")]
    [InlineData("Tocsin:CategoryClasses:help", "Tocsin:CategoryClasses:help=*help*")]
    [InlineData("Tocsin:CategoryClasses:help", "Tocsin:CategoryClasses:help:0= ")]
    [InlineData("Tocsin:Console:StyleUrl", "Tocsin:Console:StyleUrl=style.json")]
    [InlineData("Tocsin:Console:TileUrl", "Tocsin:Console:TileUrl=https://tiles.example/")]
    [InlineData("Tocsin:Console:MapOrigins", "Tocsin:Console:MapOrigins=https://tiles.example/path")]
    [InlineData("Tocsin:Console:Datum", "Tocsin:Console:Datum=ed50")]
    [InlineData("Tocsin:Console:Centre", "Tocsin:Console:Centre=91,0")]
    [InlineData("Tocsin:Console:Zoom", "Tocsin:Console:Zoom=near")]
    [InlineData("Tocsin:Console:LockAfter", "Tocsin:Console:LockAfter=00:00:09")]
    [InlineData("Tocsin:Console:UnitLockAfter", "Tocsin:Console:UnitLockAfter=900")]
    public async Task What_is_misconfigured_stops_the_start_with_one_line_that_names_the_key(string key, params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("tocsin-misconfigured-").FullName;
        var (was, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            Assert.Equal(
                1,
                await GatewayProgram.Run(
                    ["--urls=http://127.0.0.1:0", "--Tocsin:DataDirectory=" + directory, .. settings.Select(s => "--" + s)]));
        }
        finally
        {
            Console.SetError(was);
            Directory.Delete(directory, recursive: true);
        }
        var line = Assert.Single(said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(key, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tocsin:Tls:CertificateFile", "--Tocsin:AdvertisedAddress=10.0.0.5", "--Tocsin:DevTokens=true")]
    [InlineData("Tocsin:Tls:None", "--Tocsin:DevTokens=true", "--Tocsin:Tls:None=perhaps")]
    [InlineData("Tocsin:Jwt:Authority", "--Tocsin:DevTokens=false")]
    [InlineData("Tocsin:Bearers:Unchecked", "--Tocsin:DevTokens=true", "--Tocsin:Bearers:Unchecked=perhaps")]
    public async Task A_silo_that_is_misconfigured_does_not_start_and_says_which_key(string key, params string[] settings)
    {
        var (was, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            Assert.Equal(1, await SiloProgram.RunAsync(
                ["--Tocsin:Mode=Cluster", "--ConnectionStrings:Tocsin=Host=127.0.0.1;Port=1", .. settings]));
        }
        finally
        {
            Console.SetError(was);
        }

        Assert.StartsWith(key, Assert.Single(said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
