using Tocsin.Text;

namespace Tocsin.Tests.GatewayTests.Text;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000")]
    [InlineData("2026-01-02t03:04:05z", "2026-01-02T03:04:05.000")]
    [InlineData("2026-01-02T03:04:05.1Z", "2026-01-02T03:04:05.100")]
    [InlineData("2026-01-02T03:04:05.9999999Z", "2026-01-02T03:04:05.999")]
    [InlineData("2026-01-02T03:04:05+08:00", "2026-01-01T19:04:05.000")]
    [InlineData("2026-01-02T03:04:05-23:59", "2026-01-03T03:03:05.000")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.000")]
    public void Reads_times_with_an_offset(string text, string utc)
    {
        Assert.True(Rfc3339.TryParse(text, out var instant));
        Assert.Equal(utc, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02 03:04:05Z")]
    [InlineData("2026-01-02T03:04Z")]
    [InlineData("2026-1-2T03:04:05Z")]
    [InlineData("2026-13-02T03:04:05Z")]
    [InlineData("2026-00-02T03:04:05Z")]
    [InlineData("2026-02-29T03:04:05Z")]
    [InlineData("2026-01-02T24:00:00Z")]
    [InlineData("2026-01-02T23:59:60Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("2026-01-02T03:04:05,5Z")]
    [InlineData("2026-01-02T03:04:05+8:00")]
    [InlineData("2026-01-02T03:04:05+0800")]
    [InlineData("2026-01-02T03:04:05+24:00")]
    [InlineData("2026-01-02T03:04:05Z ")]
    [InlineData("9999-12-31T23:59:59-23:59")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("２026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.123456789012345678901234567890Z")]
    public void Refuses_everything_else(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}
