import com.ibm.icu.impl.ICUResourceBundle;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.UResourceBundle;
import java.util.TreeMap;

/**
 * Prints the time zones of Windows with their IANA zones, from the CLDR data that ICU4J brings along:
 * {@code java -cp icu4j-77.1.jar WindowsZones.java}.
 */
class WindowsZones {
    public static void main(String[] none) {
        UResourceBundle names = UResourceBundle.getBundleInstance(
                        "com/ibm/icu/impl/data/icudata", "windowsZones", ICUResourceBundle.ICU_DATA_CLASS_LOADER)
                .get("mapTimezones");
        var zones = new TreeMap<String, String>();
        for (int index = 0; index < names.getSize(); index++) {
            String name = names.get(index).getKey();
            zones.put(name, TimeZone.getIDForWindowsID(name, "001"));
        }
        zones.forEach((name, zone) -> System.out.println(name + "=" + zone));
    }
}
