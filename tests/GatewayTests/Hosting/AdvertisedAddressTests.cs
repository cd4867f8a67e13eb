using System.Net;
using Tocsin.Hosting;
using Tocsin.Settings;

namespace Tocsin.Tests.GatewayTests.Hosting;

/// <summary>At which address the others reach a silo.</summary>
public sealed class AdvertisedAddressTests
{
    [Theory]
    [InlineData("auto", "", "127.0.0.1 10.0.0.5", "10.0.0.5")]
    [InlineData("auto", "", "127.0.0.1 ::1 10.0.0.5 fd00::5", "10.0.0.5")]
    [InlineData("auto", "", "127.0.0.1 ::1 fd00::5", "fd00::5")]
    [InlineData("silo-1.cluster", "10.0.0.5", "127.0.0.1 10.0.0.5 10.1.0.7", "10.0.0.5")]
    [InlineData("silo-1.cluster", "fd00::5 10.0.0.5", "127.0.0.1 10.0.0.5 fd00::5", "10.0.0.5")]
    [InlineData("localhost", "::1 127.0.0.1", "127.0.0.1 ::1", "127.0.0.1")]
    [InlineData("here", "10.0.0.5 10.9.9.9", "127.0.0.1 10.0.0.5", "10.0.0.5")]
    public void It_is_the_one_that_is_meant(string text, string named, string own, string found) =>
        Assert.Equal(IPAddress.Parse(found), AdvertisedAddress.Choose(text, Addresses(named), Addresses(own)));

    [Theory]
    [InlineData("auto", "", "127.0.0.1 ::1")]
    [InlineData("auto", "", "127.0.0.1 10.0.0.5 10.1.0.7")]
    [InlineData("elsewhere", "10.9.9.9", "127.0.0.1 10.0.0.5")]
    [InlineData("both", "10.0.0.5 10.1.0.7", "127.0.0.1 10.0.0.5 10.1.0.7")]
    public void Where_it_is_not_plain_which_one_nothing_starts(string text, string named, string own)
    {
        var refused = Assert.Throws<MisconfigurationException>(() => AdvertisedAddress.Choose(text, Addresses(named), Addresses(own)));
        Assert.StartsWith(AdvertisedAddress.Key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_this_machine_is_found_and_one_that_nobody_knows_is_not()
    {
        Assert.Equal(IPAddress.Loopback, AdvertisedAddress.Find("localhost"));
        Assert.Equal(IPAddress.Parse("10.0.0.5"), AdvertisedAddress.Find("10.0.0.5"));
        Assert.StartsWith(
            AdvertisedAddress.Key,
            Assert.Throws<MisconfigurationException>(() => AdvertisedAddress.Find("nobody.invalid")).Message,
            StringComparison.Ordinal);
        Assert.False(AdvertisedAddress.IsValid("two words"));
    }

    private static List<IPAddress> Addresses(string list) =>
        [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];
}
